package io.battlescope.gateway.http;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Numbers in paths are read as strictly as those in parameters. An editor it is, because Spring tries its own lenient one where
 * a converter has refused.
 */
@ControllerAdvice
final class PathNumbers {

    @InitBinder
    void readStrictly(WebDataBinder binder) {
        binder.registerCustomEditor(Long.class, new Editor(ParameterReaders.of(Long.class)));
    }

    private static final class Editor extends PropertyEditorSupport {

        private final Function<String, ?> reader;

        Editor(Function<String, ?> reader) {
            this.reader = reader;
        }

        @Override
        public void setAsText(String text) {
            setValue(reader.apply(text));
        }
    }
}
