import type { passkeys as zh } from '../zh/passkeys';

export const passkeys: typeof zh = {
	title: 'Passkeys and other ways to sign in',
	lead: 'A passkey lives in your phone, computer or security key and opens with a finger, a face or the device’s own PIN. It cannot be phished and there is nothing to remember.',
	nav: 'Passkeys',
	signIn: 'Sign in with a passkey',
	factor: 'Use a passkey',
	prove: 'Confirm with a passkey',
	waiting: 'Please follow your device …',
	or: 'or',
	list: 'My passkeys',
	none: 'No passkeys yet.',
	made: (when) => `added ${when}`,
	used: (when) => `last used ${when}`,
	unused: 'never used',
	synced: 'backed up, usable on your other devices',
	name: 'Name',
	nameHelp: 'So that you recognise it, for example “office computer” or “my phone”.',
	rename: 'Rename',
	remove: 'Remove',
	removeNote: 'Other devices will be signed out.',
	add: 'Add a passkey',
	addLead: 'Use this device, or plug in a security key. Other devices will be signed out.',
	done: {
		add: 'The passkey was added.',
		rename: 'The name was changed.',
		remove: 'The passkey was removed.',
		unlink: 'The link was removed.',
		link: 'Linked; from now on you can sign in with it.'
	},
	noDomain: (origin) =>
		`Passkeys need a domain name and an encrypted connection (https). This site is at ${origin} now, where they cannot be used.`,
	elsewhere: (origin) => `Passkeys work at ${origin} only; please open the site from that address.`,
	unable: 'This browser does not know passkeys. Please use another one, or another way.',
	needsScript: 'Passkeys need JavaScript to be switched on.',
	door: {
		title: (name) => `Sign in with ${name}`,
		lead: (name) => `You will go to ${name} and come back here once signed in.`,
		go: 'Go and sign in',
		again: 'Try again',
		going: (name) => `Going to ${name}`,
		goingLead: 'If nothing happens, please use the button below.',
		back: 'Back to sign-in',
		refused: 'You are not signed in',
		ask: 'Confirm the link',
		askLead: (name, email) =>
			`The address ${email} from ${name} has an account here already. Please sign in to it first, then confirm the link.`,
		askSignIn: 'Sign in to that account',
		askConfirm: (name) => `Once linked, ${name} signs you in to this account.`,
		askProve: 'Please confirm once more that it is you.',
		proveAction: 'Confirm',
		confirm: 'Link them',
		linked: 'Other ways to sign in',
		linkedLead: 'Sign in here with the account of your office.',
		noneLinked: 'No other way is linked.',
		since: (when) => `linked ${when}`,
		link: (name) => `Link ${name}`,
		unlink: 'Remove the link'
	},
	refusal: {
		'not-verified': () => 'This could not be verified. Please try again.',
		expired: () => 'This took too long or is done already. Please begin again.',
		'too-often': ({ minutes }) =>
			minutes === 1
				? 'Too many tries. Please wait a minute.'
				: `Too many tries. Please wait ${minutes} minutes.`,
		prove: () => 'Please confirm first that it is you.',
		'key-name': () => 'Please give it a name of at most 40 characters.',
		'too-many-keys': ({ limit }) =>
			`You can have ${limit} passkeys at most; remove one you no longer use.`,
		'known-passkey': () => 'This passkey was added already.',
		'unknown-passkey': () => 'There is no such passkey; it may have been removed.',
		'last-factor': () =>
			'Your work needs a second factor, so the last one stays. Set up an authenticator app first.',
		'no-domain': () => 'Passkeys cannot be used at the address this site has now.',
		cancelled: () => 'Not finished: it was cancelled, or the device has no passkey for this site.',
		offline: () => 'The connection broke. Please check the network and try again.',
		'provider-down': () =>
			'The sign-in service cannot be reached now. Please try later, or sign in with e-mail and password.',
		denied: () => 'You cancelled at the sign-in service.',
		'unverified-email': () =>
			'The sign-in service gave no verified e-mail address. Please verify it there, or sign in with e-mail and password.',
		shut: () => 'This account is closed. Please ask the operator.',
		'other-account': () =>
			'You are signed in to another account. Please sign out, sign in to the one with this address, and confirm then.',
		'known-identity': () => 'This identity is linked to an account already.',
		'unknown-identity': () => 'There is no such link; it may have been removed.',
		'last-way': () => 'This is your only way to sign in. Set a password or add a passkey first.'
	},
	failed: 'That did not work. Please try again.'
};
