package io.battlescope.local.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Does what an admin asks for on the command line. */
public final class AdminCommand {

    private final AdminArguments arguments;
    private final Gateway gateway;
    private final Screen screen;
    private final Acts acts;
    private final Show show;
    private final Follower follower;

    AdminCommand(AdminArguments arguments, Gateway gateway, Screen screen, Patience patience) {
        this.arguments = arguments;
        this.gateway = gateway;
        this.screen = screen;
        this.follower = new Follower(gateway, screen, arguments.has("--json"), patience);
        this.acts = new Acts(arguments, gateway, screen, follower);
        this.show = new Show(arguments, gateway, screen, patience);
    }

    /**
     * Runs it against the gateway of a data directory, unless another one is named.
     *
     * @param url of that gateway
     * @param tokenFile where its admin token is kept
     * @return the exit code
     */
    public static int run(AdminArguments arguments, Map<String, String> environment, String url, Path tokenFile)
            throws InterruptedException {
        Screen screen = Screen.own();
        try {
            String key = arguments.isHelp() ? "" : key(arguments, environment, tokenFile);
            return run(arguments, arguments.value("--url").orElse(url), key, screen, Patience.USUAL);
        } catch (FailedException e) {
            screen.complain(e.getMessage());
            return 1;
        }
    }

    static int run(AdminArguments arguments, String url, String key, Screen screen, Patience patience)
            throws InterruptedException {
        if (arguments.isHelp()) {
            screen.say(arguments.verb().line());
            return 0;
        }
        try (Gateway gateway = new Gateway(url, key, patience)) {
            return new AdminCommand(arguments, gateway, screen, patience).run();
        } catch (FailedException e) {
            screen.complain(e.getMessage());
            return 1;
        }
    }

    private static String key(AdminArguments arguments, Map<String, String> environment, Path tokenFile) {
        String given = arguments
                .value("--key")
                .orElse(environment.getOrDefault("BATTLESCOPE_KEY", ""))
                .strip();
        String shared = given.isEmpty()
                ? environment.getOrDefault("BATTLESCOPE_ADMIN_TOKEN", "").strip()
                : given;
        if (!shared.isEmpty()) {
            return shared.split(",")[0].strip();
        }
        try {
            return Files.readString(tokenFile).strip();
        } catch (IOException e) {
            throw new FailedException("No key is known: there is none in " + tokenFile + "; name one with --key.");
        }
    }

    private int run() throws InterruptedException {
        ProcessorVerbs processors = new ProcessorVerbs(arguments, screen, acts, follower);
        RebuildVerbs rebuilds = new RebuildVerbs(arguments, screen, acts, gateway);
        return switch (arguments.verb()) {
            case PROCESSORS -> show.processors();
            case PAUSE_PROCESSOR -> processors.step("pause");
            case RESUME_PROCESSOR -> processors.step("resume");
            case RESET_PROCESSOR -> processors.reset();
            case SPLIT_SEGMENT -> processors.onSegment("split");
            case MERGE_SEGMENT -> processors.onSegment("merge");
            case RELEASE_SEGMENT -> processors.onSegment("release");
            case REBUILD -> rebuilds.start();
            case REBUILDS -> one("rebuilds", Tables::rebuilds, Tables::rebuild);
            case REBUILD_SWITCH -> rebuilds.step("switch");
            case REBUILD_ROLLBACK -> rebuilds.step("rollback");
            case REBUILD_FINISH -> rebuilds.step("finish");
            case REBUILD_CANCEL -> rebuilds.step("cancel");
            case REBUILD_VERIFY -> rebuilds.step("verify");
            case REPUBLISH -> rebuilds.republish();
            case DEAD_LETTERS -> new LetterVerbs(arguments, acts, show).run();
            case KEYS -> new KeyVerbs(arguments, gateway, screen, acts, show).run();
            case AUDIT -> show.list("audit", Tables::audit);
            case ACTS -> one("acts", Tables::acts, Tables::act);
        };
    }

    private int one(String list, Tables.Shape all, Tables.Shape single) throws InterruptedException {
        return arguments.wordIfAny(0).isPresent()
                ? show.answer(list + "/" + Paths.segment(arguments.word(0)), single)
                : show.list(list, all);
    }
}
