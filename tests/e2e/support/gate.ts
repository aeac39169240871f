export interface Gate {
  released: Promise<void>;
  release: () => void;
}

/** Keeps the upstream in the middle of an answer until the test opens it. */
export function gate(): Gate {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { released: promise, release: () => resolve() };
}
