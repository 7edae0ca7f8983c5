import { limitKey } from '../corrections-limit';

/**
 * How many downloads run at once: each holds the ids of its rows until its reader has taken the last
 * one, and a reader may be as slow as it likes.
 */
export function turns({ each = 4, all = 16 } = {}) {
	const running = new Map<string, number>();
	let sum = 0;
	return {
		/** Begins a download for a client address; what comes back ends it. Null when too many run. */
		begin(address: string): (() => void) | null {
			const key = limitKey(address);
			const mine = running.get(key) ?? 0;
			if (sum >= all || mine >= each) return null;
			running.set(key, mine + 1);
			sum++;
			let over = false;
			return () => {
				if (over) return;
				over = true;
				sum--;
				const left = running.get(key)! - 1;
				if (left) running.set(key, left);
				else running.delete(key);
			};
		}
	};
}
