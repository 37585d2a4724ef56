package io.battlescope.view;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.axonframework.messaging.responsetypes.InstanceResponseType;

/** Axon finds no handler whose answer is parameterised, such as a page of something; its raw type it does find. */
final class RawResponseType<A> extends InstanceResponseType<A> {

    private static final long serialVersionUID = 1L;

    RawResponseType(Class<A> rawType) {
        super(rawType);
    }

    @Override
    public boolean matches(Type type) {
        return super.matches(type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type);
    }
}
