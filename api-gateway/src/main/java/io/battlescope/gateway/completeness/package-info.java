/**
 * How complete the killmails are, day by day, for everybody to see; and comparing days with their source at an admin's request.
 */
package io.battlescope.gateway.completeness;
