package dev.cantilever.drivers.afm;

/**
 * How an approach ended, as the instrument sees it.
 *
 * @param contact whether the amplitude fell to the setpoint; a false engage believes so too
 * @param travelMetres of the motor
 * @param zMetres height of the actuator after it
 */
public record Engagement(boolean contact, double travelMetres, double zMetres) {}
