package io.battlescope.e2e.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.battlescope.e2e.rule.Mail;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has to have come of a feed that was read to its end.
 *
 * @param mails each killmail that was to be taken, as it was published last, by id
 * @param broken numbers that were to be set aside
 * @param numbers how many numbers could be read
 * @param updates how many of them tell of an older number that was written again, which is read once more
 */
record Account(Map<Long, Mail> mails, Set<Long> broken, long numbers, long updates) {

    /** @param lost numbers that nobody can read any more */
    static Account of(NewEden eden, Set<Long> lost) throws IOException, InterruptedException {
        List<Publication> readable = eden.ledger().stream()
                .filter(publication -> !lost.contains(publication.sequence()))
                .toList();
        Map<Long, Mail> mails = new HashMap<>();
        Set<Long> broken = new HashSet<>();
        Set<Long> rewritten = new HashSet<>();
        for (Publication publication : readable) {
            if (!publication.good()) {
                broken.add(publication.sequence());
                continue;
            }
            if (publication.rewritten()) {
                rewritten.add(publication.killmailId());
            }
            JsonNode file = eden.file(publication.sequence());
            // which of its values is known depends on whether an edge still had the older file
            JsonNode value =
                    rewritten.contains(publication.killmailId()) ? MissingNode.getInstance() : file.path("zkb");
            mails.put(publication.killmailId(), Mail.of(file.path("esi"), value));
        }
        long updates = readable.stream()
                .filter(publication -> publication.updates() != 0)
                .count();
        return new Account(mails, broken, readable.size(), updates);
    }

    long refused() {
        return mails.values().stream().filter(mail -> !mail.isAccepted()).count();
    }
}
