import { filled, wait } from '$lib/domain/people/bucket';
import type { Bucket, Budget } from '$lib/domain/people/bucket';
import { perDatabase } from '../cache';

/** So many keys are remembered; beyond, those that have the most left are forgotten first. */
const REMEMBERED = 100_000;

type Spent =
	| { ok: true; giveBack: () => void }
	/** `first` is true once for each time a budget runs out, for the record. */
	| { ok: false; wait: number; first: boolean };

/**
 * Budgets by key, in memory: they are about the last hour, and a restart that forgets them is nothing
 * a stranger can cause.
 */
class Budgets {
	#buckets = new Map<string, { bucket: Bucket; budget: Budget; told?: boolean }>();

	/**
	 * Takes one try from every budget named, or none from any when one of them is empty.
	 * @returns how to give the tries back, or how many milliseconds to wait
	 */
	spend(now: number, from: readonly (readonly [key: string, budget: Budget])[]): Spent {
		const drawn = from.map(([key, budget]) => ({
			key,
			budget,
			bucket: filled(this.#buckets.get(key)?.bucket, budget, now)
		}));
		const longest = Math.max(0, ...drawn.map(({ bucket, budget }) => wait(bucket, budget)));
		if (longest > 0) {
			const empty = drawn.filter(({ bucket, budget }) => wait(bucket, budget) > 0);
			return { ok: false, wait: longest, first: empty.some(({ key }) => this.#tell(key)) };
		}
		for (const { key, budget, bucket } of drawn)
			this.#keep(key, budget, { ...bucket, left: bucket.left - 1 }, now);
		return {
			ok: true,
			giveBack: () => {
				for (const { key, budget } of drawn) {
					const held = this.#buckets.get(key);
					if (!held) continue;
					const left = Math.min(budget.tries, held.bucket.left + 1);
					this.#buckets.set(key, { budget, bucket: { ...held.bucket, left } });
				}
			}
		};
	}

	/** Whether nobody has been told yet that this budget ran out. */
	#tell(key: string): boolean {
		const held = this.#buckets.get(key);
		if (!held || held.told) return false;
		held.told = true;
		return true;
	}

	#keep(key: string, budget: Budget, bucket: Bucket, now: number): void {
		this.#buckets.set(key, { budget, bucket });
		if (this.#buckets.size <= REMEMBERED) return;
		for (const [other, held] of this.#buckets)
			if (filled(held.bucket, held.budget, now).left >= held.budget.tries)
				this.#buckets.delete(other);
		for (const other of this.#buckets.keys()) {
			if (this.#buckets.size <= REMEMBERED * 0.9) break;
			this.#buckets.delete(other);
		}
	}
}

/** The budgets of one portal. */
export const budgetsOf = perDatabase(() => new Budgets());
