package io.battlescope.local.launcher;

import io.battlescope.local.admin.AdminArguments;
import io.battlescope.local.admin.AdminCommand;
import io.battlescope.local.admin.UsageException;
import io.battlescope.local.process.SetupException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/** Main class of {@code infra/battlescope}. */
public final class Launcher {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Launcher() {}

    public static void main(String[] args) {
        Optional<Arguments> arguments = Optional.empty();
        int result;
        try {
            if (AdminArguments.are(args)) {
                result = admin(AdminArguments.parse(args));
            } else {
                arguments = Optional.of(Arguments.parse(args, System.getenv()));
                result = run(arguments.get());
            }
        } catch (Arguments.MisuseException | UsageException e) {
            Console.complain(e.getMessage());
            result = MISUSED;
        } catch (SetupException e) {
            Console.complain(e.getMessage());
            result = FAILED;
        } catch (InterruptedException e) {
            result = FAILED;
        } catch (Exception e) {
            Console.complain(unexpected(e, arguments));
            result = FAILED;
        }
        System.exit(result);
    }

    private static int run(Arguments arguments) throws Exception {
        if (Boolean.getBoolean("battlescope.check")) {
            arguments.feed().ifPresent(Feed::check);
            return 0;
        }
        Home home = new Home(arguments.data());
        return switch (arguments.command()) {
            case UP -> new UpCommand(home, arguments).run();
            case STATUS -> new StatusCommand(home).run();
            case STOP -> new StopCommand(home).run();
            case LOGS -> new LogsCommand(home, arguments).run();
            case RESET -> new ResetCommand(home, arguments.yes()).run();
            case HELP -> {
                Console.say(Arguments.USAGE);
                yield 0;
            }
        };
    }

    private static int admin(AdminArguments arguments) throws IOException, InterruptedException {
        Home home = new Home(Arguments.dataDirectory(arguments.data(), System.getenv()));
        return AdminCommand.run(arguments, System.getenv(), Installation.url(home), home.adminToken());
    }

    private static String unexpected(Exception e, Optional<Arguments> arguments) {
        String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return arguments
                .flatMap(known -> record(e, new Home(known.data()).log("launcher")))
                .map(log -> "Something unforeseen stopped the launcher (" + what + "); " + log + " has the details.")
                .orElse("Something unforeseen stopped the launcher: " + what);
    }

    private static Optional<Path> record(Exception e, Path log) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        try {
            Files.createDirectories(log.getParent());
            return Optional.of(Files.writeString(
                    log, Instant.now() + " " + trace, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException cannotEvenWrite) {
            return Optional.empty();
        }
    }
}
