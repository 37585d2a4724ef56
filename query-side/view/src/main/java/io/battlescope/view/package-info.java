/**
 * The reading half of the query side: each question is a record, each has one handler, each handler asks one SQL statement, names included.
 * Nothing here writes. Answers are plain records that the gateway can turn into JSON as they are.
 */
package io.battlescope.view;
