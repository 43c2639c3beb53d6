/** Extensions that cameras and editors give to films. */
const filmName = /\.(mp4|mov|m4v|mkv|webm|avi|mxf|mpe?g|m2ts|mts|ts|wmv|ogv|3gp|dv|flv)$/i;
/** Extensions of sound recordings. */
const soundName = /\.(wav|aiff?|flac|mp3|m4a|ogg|opus|wma|aac|amr|caf)$/i;
/** Those of them that a manifest can name. */
const publishedName = /\.(mp4|webm|mp3|m4a|ogg|opus)$/i;

/** Whether a file is a film, by its name. */
export function isFilmName(name: string): boolean {
  return filmName.test(name);
}

/** Whether a file is a sound recording, by its name. */
export function isSoundName(name: string): boolean {
  return soundName.test(name);
}

/** Whether a file has to be converted with `videoteca prepare` before it can be published. */
export function needsConversion(name: string): boolean {
  return (isFilmName(name) || isSoundName(name)) && !publishedName.test(name);
}
