package io.battlescope.local.process;

import java.io.IOException;

/** One of the things that make up a running system; each is a process of its own. */
public interface Component {

    String name();

    /** What has to be there before the process starts: files unpacked, directories formatted. Called before each start. */
    void prepare() throws IOException;

    ProcessSpec spec();

    /** Whether it does its work. Asked several times a second while it starts, so it must not wait for long. */
    boolean isReady();
}
