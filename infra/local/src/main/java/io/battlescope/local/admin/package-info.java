/**
 * What admins do from the command line: the verbs of the gateway's admin API, tables for people, the answers as they are for scripts, and
 * a progress bar for what takes long. It knows the API alone, and no other service.
 */
package io.battlescope.local.admin;
