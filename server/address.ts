import ipaddr from 'ipaddr.js';

type Network = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Whether the hop at `distance` (0 is the socket's peer) with this address is one of our proxies. */
export type Trust = (address: string, distance: number) => boolean;

/**
 * Reads the parts of TRUST_PROXY: a number trusts that many hops, an address, a CIDR block or the
 * word `loopback` those; nothing trusts nobody.
 * @throws when a part is neither, with the part in the message.
 */
export function trustOf(parts: readonly string[]): Trust {
	const hops = Math.max(0, ...parts.filter((part) => /^\d+$/.test(part)).map(Number));
	const networks = parts.filter((part) => !/^\d+$/.test(part)).flatMap(networksOf);
	return (address, distance) => {
		if (distance < hops) return true;
		if (networks.length === 0 || !ipaddr.isValid(address)) return false;
		const given = ipaddr.process(address);
		return networks.some(([net, bits]) => net.kind() === given.kind() && given.match(net, bits));
	};
}

function networksOf(part: string): Network[] {
	if (part === 'loopback') return ['127.0.0.0/8', '::1/128'].flatMap(networksOf);
	if (part.includes('/')) return [ipaddr.parseCIDR(part)];
	const address = ipaddr.process(part);
	return [[address, address.kind() === 'ipv4' ? 32 : 128]];
}

/**
 * The address of the visitor: starting at the socket and walking `X-Forwarded-For` from the right,
 * the first hop we do not trust. What stands further left was written by the visitor and is ignored.
 * IPv4-mapped IPv6 addresses come back as IPv4. Returns `unknown` for a vanished socket.
 */
export function clientAddress(
	socket: string | undefined,
	forwarded: string | undefined,
	trust: Trust
): string {
	let address = plain(socket);
	if (forwarded === undefined || address === 'unknown') return address;
	const hops = forwarded.split(',').reverse();
	for (let distance = 0; distance < hops.length && trust(address, distance); distance++) {
		const next = plain(hops[distance]?.trim());
		if (next === 'unknown') break;
		address = next;
	}
	return address;
}

function plain(address: string | undefined): string {
	if (address === undefined) return 'unknown';
	if (address.startsWith('::ffff:')) address = address.slice(7);
	const valid = address.includes(':')
		? ipaddr.IPv6.isValid(address)
		: ipaddr.IPv4.isValidFourPartDecimal(address);
	return valid ? address : 'unknown';
}
