/** What a desk says to something shown. */
export type Said =
	| { kind: 'in'; code: string; heads: number; booked: number; came: number; kept: boolean }
	| { kind: 'doubled'; code: string; heads: number; booked: number; came: number }
	| { kind: 'asks'; code: string; booked: number; came: number; left: number }
	| { kind: 'held'; code: string; reason: string; detail: Record<string, string | number> }
	| { kind: 'no'; code: string; reason: string; detail: Record<string, string | number> }
	| { kind: 'out'; code: string; heads: number; booked: number; came: number };

/** What a device did lately, for whoever holds it. */
export interface Line {
	id: string;
	code: string;
	heads: number;
	at: number;
	text: string;
	doubled: boolean;
}
