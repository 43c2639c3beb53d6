/** Runs a command without arguments; its exit code is the process's. */
export function act<Options>(command: (options: Options) => Promise<number>) {
  return async (options: Options): Promise<void> => {
    process.exitCode = await command(options);
  };
}
