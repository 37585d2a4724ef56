/**
 * Dead letters over HTTP: what processors have parked and what stages of the pipeline have set aside in one list, with what was received for
 * those who may see it. Trying again and throwing away are acts; the service that has the letters carries them out.
 */
package io.battlescope.gateway.deadletter;
