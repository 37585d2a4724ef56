/**
 * What ids are called, from {@code entity.updated}. The topic is compacted, so that a rebuilt read model knows the latest name of
 * everything, whenever it was told; a name told twice or late changes nothing.
 */
package io.battlescope.projection.entity;
