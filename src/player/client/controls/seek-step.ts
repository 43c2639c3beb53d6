/** How far an arrow key goes, in seconds, on the time line and everywhere else in the player. */
export const seekStep = 5;
