/** What an error of the operating system means, by its code (errno(3)), and what to do about it. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "you have no permission for it. Change its permissions, or name another place.",
  EPERM: "you have no permission for it. Change its permissions, or name another place.",
  EROFS: "it can't be written, because its disk is read-only. Name a place on another.",
  EEXIST: "something of this name exists already. Name another place.",
  ENOENT: "it doesn't exist. Check the path's spelling.",
  ENOTDIR: "it isn't a folder, or is inside of something that isn't one. Name a folder.",
  EISDIR: "it is a folder. Name a file.",
  ELOOP: "it is a symbolic link that leads to itself. Name the file itself.",
  ENAMETOOLONG: "its name is too long. Use a shorter one.",
  ENOSPC: "the disk is full. Free some space, and run this again.",
  EDQUOT: "your share of the disk is full. Free some space, and run this again.",
  EMFILE: "too many files are open. Raise the limit (ulimit -n), and run this again.",
  EIO: "the disk failed to read or write it. Check the disk.",
};

/** An error of the operating system as one sentence that names the path; undefined for any other error. */
export function systemErrorText(error: unknown): string | undefined {
  if (!(error instanceof Error && "syscall" in error)) return undefined;
  const { code, path, message } = error as NodeJS.ErrnoException;
  const reason = reasons[code ?? ""];
  return reason === undefined || path === undefined ? message : `${path}: ${reason}`;
}
