import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();
const b64 = (data: Buffer | string) => Buffer.from(data).toString('base64url');

/** What of an answer may be bent, to see it refused. */
interface Bent {
	origin?: string;
	rpId?: string;
	challenge?: string;
	/** User present, and verified by finger, face or PIN. */
	verified?: boolean;
	counter?: number;
	userHandle?: string;
}

/** A security key in software (ES256, no attestation), which signs whatever it is told to. */
export function authenticator() {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const { x, y } = publicKey.export({ format: 'jwk' });
	const id = randomBytes(32);
	let counter = 0;
	let user = '';

	function data(
		rpId: string,
		{ verified = true, counter: forced }: Bent,
		attested?: Buffer
	): Buffer {
		const flags = 0x01 | (verified ? 0x04 : 0) | (attested ? 0x40 : 0);
		const count = Buffer.alloc(4);
		count.writeUInt32BE(forced ?? ++counter);
		return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, attested ?? Buffer.alloc(0)]);
	}
	const client = (type: string, challenge: string, origin: string) =>
		Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
	const key = { id: b64(id), rawId: b64(id), type: 'public-key', clientExtensionResults: {} };

	return {
		id: b64(id),
		make(
			options: { challenge: string; rp: { id?: string }; user: { id: string } },
			origin: string,
			bent: Bent = {}
		) {
			user = options.user.id;
			const cose = new Map<number, number | Uint8Array>([
				[1, 2],
				[3, -7],
				[-1, 1],
				[-2, new Uint8Array(Buffer.from(x!, 'base64url'))],
				[-3, new Uint8Array(Buffer.from(y!, 'base64url'))]
			]);
			const length = Buffer.alloc(2);
			length.writeUInt16BE(id.length);
			const attested = Buffer.concat([
				Buffer.alloc(16),
				length,
				id,
				Buffer.from(isoCBOR.encode(cose as never))
			]);
			const authData = new Uint8Array(
				data(bent.rpId ?? options.rp.id!, { counter: 0, ...bent }, attested)
			);
			const attestationObject = isoCBOR.encode(
				new Map<string, unknown>([
					['fmt', 'none'],
					['attStmt', new Map()],
					['authData', authData]
				]) as never
			);
			return {
				...key,
				response: {
					clientDataJSON: b64(
						client('webauthn.create', bent.challenge ?? options.challenge, bent.origin ?? origin)
					),
					attestationObject: b64(Buffer.from(attestationObject)),
					transports: ['internal']
				}
			};
		},
		sign(options: { challenge: string; rpId?: string }, origin: string, bent: Bent = {}) {
			const authenticatorData = data(bent.rpId ?? options.rpId!, bent);
			const clientDataJSON = client(
				'webauthn.get',
				bent.challenge ?? options.challenge,
				bent.origin ?? origin
			);
			return {
				...key,
				response: {
					clientDataJSON: b64(clientDataJSON),
					authenticatorData: b64(authenticatorData),
					signature: b64(
						sign('sha256', Buffer.concat([authenticatorData, sha256(clientDataJSON)]), privateKey)
					),
					userHandle: bent.userHandle ?? user
				}
			};
		}
	};
}
