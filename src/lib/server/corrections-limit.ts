import ipaddr from 'ipaddr.js';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/**
 * Who a limit counts against: an IPv4 address, or the /64 an IPv6 address lies in, since one
 * household may change addresses inside it at will (RFC 6177).
 */
export function limitKey(address: string): string {
	if (!ipaddr.isValid(address)) return 'unknown';
	const parsed = ipaddr.process(address);
	if (parsed.kind() === 'ipv4') return parsed.toString();
	return `${(parsed as ipaddr.IPv6).parts.slice(0, 4).join(':')}::/64`;
}

/**
 * Limits how many corrections may be left: a few per address in ten minutes, and a ceiling for all
 * together so that no crowd of addresses fills the disk. Counts live in memory and are never stored.
 */
export function limiter({ each = 6, all = 300 } = {}) {
	const perAddress = new RateLimiterMemory({ points: each, duration: 600 });
	const together = new RateLimiterMemory({ points: all, duration: 3600 });
	return {
		/** Counts one; false when it is one too many. */
		async take(address: string): Promise<boolean> {
			try {
				await perAddress.consume(limitKey(address));
				await together.consume('all');
				return true;
			} catch (reason) {
				if (reason instanceof Error) throw reason;
				return false;
			}
		}
	};
}
