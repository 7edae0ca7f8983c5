/** An entry as the rule placed it. */
export interface Placed {
	entry: string;
	category: string;
	/** From 1; entries that no tie rule could part share a place. */
	place: number;
	/** Ten-thousandths of a point; null for an entry without a figure. */
	figure: number | null;
}

/** A prize as far as giving it is concerned. */
export interface Prize {
	id: string;
	/** 1 for the highest. */
	ordinal: number;
	/** Null for all categories. */
	categories: readonly string[] | null;
	most: number;
	/** Whether `most` counts in each category by itself. */
	each: boolean;
	/** Ten-thousandths of a point an entry needs; null for none. */
	least: number | null;
}

interface Awarded {
	entry: string;
	prize: string | null;
	/** Whether equal entries want fewer places than they are; the committee decides. */
	tied: boolean;
}

/** Places of a prize that nobody reached. */
export interface Vacancy {
	prize: string;
	/** Category it counts in; null for all together. */
	category: string | null;
	places: number;
	/** How many of them equal entries wait for. */
	tied: number;
}

interface Pot {
	prize: Prize;
	category: string | null;
	left: number;
	tied: number;
}

/** A prize counts once, or once in each category it is for. */
const potsOf = (prizes: readonly Prize[], categories: readonly string[]): Pot[] =>
	[...prizes]
		.sort((a, b) => a.ordinal - b.ordinal)
		.flatMap((prize) =>
			(prize.each ? categories.filter((one) => fits(prize, one)) : [null]).map((category) => ({
				prize,
				category,
				left: prize.most,
				tied: 0
			}))
		);

/** Whether a prize is for a category. */
const fits = ({ categories }: Pick<Prize, 'categories'>, category: string): boolean =>
	!categories || categories.includes(category);

/**
 * Gives prizes (奖项) by place: the best get the highest prize that has room for them and whose least
 * figure they reach; what nobody reaches stays vacant (空缺). Equal entries that want more room than
 * a prize has are left to the committee, all of them, and so is everything below them that hangs on it.
 * @param placed in any order; entries without a figure get none
 */
export function awardByRule(
	placed: readonly Placed[],
	prizes: readonly Prize[]
): { awards: Awarded[]; vacancies: Vacancy[] } {
	const categories = [...new Set(placed.map(({ category }) => category))].sort();
	const pots = potsOf(prizes, categories);
	const given = new Map<string, Awarded>();
	const waiting = placed.filter(({ figure }) => figure !== null).sort((a, b) => a.place - b.place);
	for (const pot of pots) {
		const may = waiting.filter(
			({ entry, category, figure }) =>
				!given.has(entry) &&
				(pot.category === null ? fits(pot.prize, category) : pot.category === category) &&
				(pot.prize.least === null || figure! >= pot.prize.least)
		);
		for (let at = 0; at < may.length && pot.left > 0;) {
			const equal = may.filter(({ place }) => place === may[at]!.place);
			const enough = equal.length <= pot.left;
			for (const { entry } of equal)
				given.set(entry, { entry, prize: enough ? pot.prize.id : null, tied: !enough });
			if (!enough) pot.tied = pot.left;
			pot.left -= Math.min(equal.length, pot.left);
			at += equal.length;
		}
	}
	return {
		awards: placed.map(({ entry }) => given.get(entry) ?? { entry, prize: null, tied: false }),
		vacancies: pots
			.filter(({ left, tied }) => left > 0 || tied > 0)
			.map(({ prize, category, left, tied }) => ({
				prize: prize.id,
				category,
				places: left + tied,
				tied
			}))
	};
}

/** What speaks against giving these entries these prizes: too many of one, or of another category. */
export function awardTrouble(
	given: readonly { entry: string; category: string; prize: string }[],
	prizes: readonly Prize[]
): { prize: string; reason: 'too-many' | 'other-category' | 'unknown'; entry?: string }[] {
	const trouble: ReturnType<typeof awardTrouble> = [];
	const counts = new Map<string, number>();
	for (const { entry, category, prize: id } of given) {
		const prize = prizes.find((one) => one.id === id);
		if (!prize) trouble.push({ prize: id, reason: 'unknown', entry });
		else if (!fits(prize, category)) trouble.push({ prize: id, reason: 'other-category', entry });
		else {
			const pot = prize.each ? `${id} ${category}` : id;
			const count = (counts.get(pot) ?? 0) + 1;
			counts.set(pot, count);
			if (count === prize.most + 1) trouble.push({ prize: id, reason: 'too-many' });
		}
	}
	return trouble;
}
