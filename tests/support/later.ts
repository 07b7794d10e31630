/** An object whose parts are there once the hooks have run. */
export function laterOf<T extends object>(made: () => T | undefined): T {
  return new Proxy({} as T, {
    get: (_target, part) => {
      const value = made();
      if (value === undefined) throw new Error('read this inside a test, after the hooks have run');
      return value[part as keyof T];
    },
  });
}
