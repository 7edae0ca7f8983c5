/** What a page says it has done before a sign-out, in a field of its form. */
export const LEFT = { name: 'left', value: 'clean' } as const;

/** What belongs to a device and to no account: a stamp book, and what a door saw without a line. */
const OF_THE_DEVICE = [/^liantu-passport$/, /^gate /];

/** Whether something a page keeps in the browser stays there when somebody signs out. */
export const staysHere = (name: string): boolean => OF_THE_DEVICE.some((one) => one.test(name));

/**
 * What a browser is told to clear at a sign-out (`Clear-Site-Data`). Without the word of a page that
 * it cleared what is somebody’s own, everything goes.
 */
export const toClear = (left: unknown): string =>
	left === LEFT.value ? '"cache"' : '"cache", "storage"';
