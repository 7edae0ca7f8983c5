/** A word for a new row that no other row is known by: the list’s first letter and chance. */
export function fresh(list: string): string {
	const noise = crypto.getRandomValues(new Uint8Array(6));
	const letters = Array.from(noise, (byte) => (byte & 31).toString(32)).join('');
	return `${list.split('.').at(-1)![0]}-${letters}`;
}
