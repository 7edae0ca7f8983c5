/** What stands at a door: a phone that scans, a kiosk visitors use themselves, a screen of numbers. */
export const gateKinds = ['scanner', 'kiosk', 'screen'] as const;
export type GateKind = (typeof gateKinds)[number];

export const isGateKind = (text: string): text is GateKind =>
	(gateKinds as readonly string[]).includes(text);

/** What a key may look like, as the log knows a secret; anything else opens nothing. */
export const isGateKey = (text: string): boolean => /^[0-9a-f]{40}$/.test(text);

export const GATE_NAME_MOST = 40;
/** Gates of one date that are not revoked. */
export const GATES_MOST = 60;
