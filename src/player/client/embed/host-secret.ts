/**
 * The token that WordPress puts into the frame's fragment, `#?secret=…`; it ignores messages without it
 * (wp-includes/js/wp-embed.js).
 */
export const hostSecret = /secret=([\w-]+)/.exec(location.hash)?.[1];
