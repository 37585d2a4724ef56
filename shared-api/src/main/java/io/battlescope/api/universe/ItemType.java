package io.battlescope.api.universe;

/** An item type of the static data: a ship, a structure, a module. */
public record ItemType(int id, String name, int groupId, String groupName, int categoryId) {}
