package io.battlescope.gateway.http;

/** A record whose components are the parameters of a request that is not about a list. */
public interface RequestParameters {}
