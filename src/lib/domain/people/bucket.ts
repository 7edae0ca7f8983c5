/** How many tries come at once, and after how many milliseconds one more is granted. */
export interface Budget {
	tries: number;
	every: number;
}

/** What is left of a budget, and when that was reckoned. */
export interface Bucket {
	left: number;
	at: number;
}

/** The bucket as it stands now: refilled by the time gone by; a clock set back refills nothing. */
export function filled(bucket: Bucket | undefined, { tries, every }: Budget, now: number): Bucket {
	if (!bucket) return { left: tries, at: now };
	const gone = Math.max(0, now - bucket.at);
	return { left: Math.min(tries, bucket.left + gone / every), at: Math.max(now, bucket.at) };
}

/** Milliseconds until a whole try is left; 0 when there is one. */
export const wait = ({ left }: Bucket, { every }: Budget): number =>
	left >= 1 ? 0 : Math.ceil((1 - left) * every);
