/** Rooms of the whole office, and rooms behind a secret address or with what changes by the minute. */
const rooms =
	/^\/(\((account|studio|jury)\)|gate|screen|\(public\)\/(bookings|visits|places\/\[slug\]\/visit|events\/\[slug\]\/join|contests\/\[contest\]\/\[edition\]\/enter))(\/|$)/;

/**
 * Whether nothing of a room may be kept by a browser or a proxy, not even for strangers. A page says
 * so itself; its page data cannot, since Kit answers all of it alike, so the room is asked.
 */
export const isUnkept = (route: string): boolean => rooms.test(route);
