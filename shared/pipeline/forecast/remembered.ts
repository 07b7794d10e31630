/** What is known under the key, or what is made now and kept; past `most` of them everything is made anew. */
export function remembered<K, T>(cache: Map<K, T>, key: K, make: () => T, most: number): T {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (cache.size >= most) cache.clear();
  cache.set(key, made);
  return made;
}

/** Made when first asked for, and kept. */
export function onceOnly<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
