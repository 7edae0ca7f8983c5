/** Where a scanner for malware listens: on a machine and port, or at a socket of this one. */
export type Scanner = { host: string; port: number } | { path: string };

/** Reads `host:port`, `[::1]:port` or the path of a socket; null for anything else. */
export function scannerOf(text: string): Scanner | null {
	if (/^\/[^\0]{1,100}$/.test(text)) return { path: text };
	const [, six, name, digits] = /^(?:\[([0-9a-f:]+)\]|([\w.-]+)):(\d{1,5})$/i.exec(text) ?? [];
	const port = Number(digits);
	return digits && port > 0 && port < 65_536 ? { host: (six ?? name)!, port } : null;
}
