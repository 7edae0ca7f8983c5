import http from 'node:http';
import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { type DoorOptions, makeDoor } from './door';
import { dress } from './headers';
import { refusalBody, refuse } from './refuse';
import { DoorResponse } from './response';
import type { Wrong } from './words';

const FAULTS: Record<string, [number, Wrong]> = {
	HPE_HEADER_OVERFLOW: [431, 'headers'],
	ERR_HTTP_REQUEST_TIMEOUT: [408, 'slow']
};

/**
 * Builds the HTTP server with the outer door in it; the caller listens. Time limits: 15 s for the
 * head of a request, as long as the door allows its address for the body, 2 min without any byte,
 * 72 s between requests (above the 60–65 s of common proxies, so that the proxy closes first).
 */
export function makeServer(options: DoorOptions): http.Server {
	const { secure } = options.site;
	class Response extends DoorResponse {
		constructor(req: http.IncomingMessage) {
			super(req);
			// Answers Node gives by itself never reach the door.
			this.asked = { id: randomUUID(), path: '', personal: false, secure };
		}
	}
	const server = http.createServer(
		{
			ServerResponse: Response as typeof http.ServerResponse,
			maxHeaderSize: 16 * 1024,
			headersTimeout: 15_000,
			requestTimeout: 0,
			keepAliveTimeout: 72_000,
			connectionsCheckingInterval: 2000,
			noDelay: true
		},
		makeDoor(options) as http.RequestListener
	);
	server.timeout = 120_000;
	server.on('clientError', (error, socket) => answerBrokenRequest(error, socket, secure));
	server.on('checkExpectation', (req: http.IncomingMessage, res: DoorResponse) =>
		refuse(req, res, 417, 'expect', res.asked.id)
	);
	return server;
}

/** Answers what cannot even be parsed as HTTP, with the same headers as everything else. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex, secure: boolean): void {
	if (error.code === 'ECONNRESET' || !socket.writable) {
		socket.destroy();
		return;
	}
	const [status, wrong] = FAULTS[error.code ?? ''] ?? [400, 'malformed'];
	const id = randomUUID();
	const { type, body } = refusalBody(status, wrong, { path: '/', accept: '', id });
	const headers = new Map<string, string>();
	const head = {
		getHeader: (name: string) => headers.get(name.toLowerCase()),
		setHeader: (name: string, value: string) => headers.set(name.toLowerCase(), value),
		removeHeader: (name: string) => void headers.delete(name.toLowerCase())
	};
	head.setHeader('Content-Type', type);
	head.setHeader('Content-Length', String(Buffer.byteLength(body)));
	head.setHeader('Connection', 'close');
	head.setHeader('Date', new Date().toUTCString());
	dress(head, status, { id, path: '', personal: false, secure }, []);
	const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
	socket.end(`HTTP/1.1 ${status} ${http.STATUS_CODES[status]}\r\n${lines}\r\n${body}`);
}
