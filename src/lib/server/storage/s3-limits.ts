/** Milliseconds that reaching the store, its silence, and one call may take: a full store lets callers hang. */
export const LIMIT = { connect: 5_000, silence: 30_000, call: 60_000 } as const;

/** Ends a call that takes too long. */
export const within = (ms: number = LIMIT.call) => ({ abortSignal: AbortSignal.timeout(ms) });
