/**
 * How long personal data is kept, in days, per kind; an office may choose within the bounds. The
 * lower bound of the audit is the law's six months (网络安全法 §21), 183 days.
 */
export const retention = {
	/** What somebody typed and never saved. */
	autosaves: { days: 30, min: 1, max: 365 },
	/** Mails sent or given up: address and subject. */
	outbox: { days: 30, min: 1, max: 365 },
	/** Names, e-mail addresses and network addresses beside the audit; the chain itself stays. */
	audit: { days: 1095, min: 183, max: 3650 },
	/** What citizens reported as wrong and the office has dealt with. */
	corrections: { days: 365, min: 30, max: 3650 },
	/** Name, contact and words of whoever objected to a result, after it was answered. */
	objections: { days: 180, min: 30, max: 1095 },
	/** Who a group that visited a place is and how to reach it, after its day. */
	visits: { days: 90, min: 7, max: 730 },
	/** Accounts of citizens who never confirmed their address. */
	unconfirmed: { days: 7, min: 1, max: 90 }
} as const;

export type Kept = keyof typeof retention;
export const keptKinds = Object.keys(retention) as Kept[];

/** How long each kind is kept, with what the office chose; a choice out of bounds counts as none. */
export function keptFor(chosen: Partial<Record<Kept, number>>): Record<Kept, number> {
	return Object.fromEntries(
		keptKinds.map((kind) => {
			const { days, min, max } = retention[kind];
			const wish = chosen[kind];
			return [kind, wish !== undefined && wish >= min && wish <= max ? wish : days];
		})
	) as Record<Kept, number>;
}
