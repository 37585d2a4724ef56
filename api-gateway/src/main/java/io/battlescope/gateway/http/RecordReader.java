package io.battlescope.gateway.http;

import io.battlescope.gateway.problem.InvalidValueException;
import io.battlescope.gateway.problem.Problem.FieldProblem;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads the components of a record from parameters of the same names; a set takes several values, separated by commas. */
final class RecordReader {

    private final Constructor<?> constructor;
    private final List<Component> components;

    private RecordReader(Constructor<?> constructor, List<Component> components) {
        this.constructor = constructor;
        this.components = components;
    }

    static RecordReader of(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new RecordReader(
                    constructor, Arrays.stream(components).map(Component::of).toList());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has its canonical constructor: " + type, e);
        }
    }

    /** @param parameters gives a parameter's text by name, {@code null} when it is not there */
    Object read(UnaryOperator<String> parameters) {
        Object[] values = new Object[components.size()];
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Component component = components.get(i);
            try {
                values[i] = component.read(parameters.apply(component.name()));
            } catch (InvalidValueException e) {
                problems.add(new FieldProblem(component.name(), e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemCode.PARAMETER_INVALID, "See fieldErrors.", problems);
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The parameters cannot be put into " + constructor.getDeclaringClass(), e);
        }
    }

    private record Component(String name, boolean several, Function<String, ?> reader) {

        static Component of(RecordComponent component) {
            if (component.getType() != Set.class) {
                return new Component(component.getName(), false, ParameterReaders.of(component.getType()));
            }
            Class<?> element = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            return new Component(component.getName(), true, ParameterReaders.of(element));
        }

        Object read(String text) {
            if (text == null) {
                return null;
            }
            return several ? readAll(text) : readOne(text);
        }

        private Set<Object> readAll(String text) {
            Set<Object> values = new LinkedHashSet<>();
            for (String value : text.split(",", -1)) {
                values.add(readOne(value));
            }
            return values;
        }

        private Object readOne(String text) {
            if (text.isBlank()) {
                throw new InvalidValueException("has an empty value");
            }
            return reader.apply(text.strip());
        }
    }
}
