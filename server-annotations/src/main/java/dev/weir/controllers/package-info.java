/**
 * Makes routes of annotated controllers: {@link dev.weir.controllers.Controllers} is where an application begins.
 *
 * <p>Everything that can be found out about a controller is found out here, once; what cannot work is refused with all
 * faults in one {@link dev.weir.controllers.InvalidControllersException}.
 */
package dev.weir.controllers;
