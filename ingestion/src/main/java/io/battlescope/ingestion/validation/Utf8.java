package io.battlescope.ingestion.validation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Whether bytes are text that JSON can be read from. The body is passed on byte for byte, so it has to be clean. */
enum Utf8 {
    CLEAN(""),
    HAS_NUL("contains NUL bytes"),
    BROKEN("is not valid UTF-8");

    private final String complaint;

    Utf8(String complaint) {
        this.complaint = complaint;
    }

    String complaint() {
        return complaint;
    }

    static Utf8 check(byte[] bytes) {
        boolean ascii = true;
        for (byte b : bytes) {
            if (b == 0) {
                // also what UTF-16 looks like, which the parser would otherwise guess and read
                return HAS_NUL;
            }
            ascii &= b > 0;
        }
        // killmails are ASCII, nearly always
        return ascii || decodes(bytes) ? CLEAN : BROKEN;
    }

    static boolean hasByteOrderMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
