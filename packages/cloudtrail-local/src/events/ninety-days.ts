/** How far back event history reaches, in milliseconds. */
export const ninetyDays = 90 * 86_400_000;
