import type { account as zh } from '../zh/account';

export const account = {
	welcome: {
		title: 'No account is needed to look',
		lead: 'An account is for signing up to events, sending in work and editing content. We ask for an e-mail address and a name only; to keep accounts safe we also record when, on which device and from which network address you sign in.'
	},
	problem: 'That did not work. Please see below.',
	optional: '(optional)',
	show: 'Show password',
	hide: 'Hide password',
	next: 'Next',
	cancel: 'Cancel',
	back: 'Back',
	email: 'E-mail address',
	password: 'Password',
	name: 'Name',
	nameHelp: 'Seen by you and by the office. Your own name, or that of your post.',
	newPassword: 'New password',
	passwordHelp:
		'At least 12 characters; longer is safer. A sentence only you would think of is best. Spaces and any script are fine.',
	current: 'Present password',
	login: {
		title: 'Sign in',
		lead: 'With your e-mail address and password.',
		action: 'Sign in',
		forgot: 'Forgotten your password?',
		noAccount: 'No account yet?',
		register: 'Register',
		other: 'or',
		expired: 'Your session has ended. Please sign in again.',
		gone: 'Please sign in first; you will return to where you were.',
		with: (name) => `Sign in with ${name}`
	},
	factor: {
		title: 'Second step: your code',
		lead: 'Open the authenticator on your phone and type the six digits it shows now.',
		code: 'Code',
		codeHelp: 'Without your phone, type one of your recovery codes, such as k7f3-2q9x-b4rm.',
		action: 'Finish signing in',
		again: 'Start again'
	},
	logout: {
		title: 'Sign out',
		lead: 'This device will no longer be signed in.',
		action: 'Sign out',
		none: 'You are not signed in.'
	},
	register: {
		title: 'Register',
		lead: 'Give your e-mail address. We send you a link, and behind it you choose a name and a password.',
		action: 'Send the link',
		have: 'Have an account?',
		login: 'Sign in',
		sent: 'Please check your mail',
		sentLead: (email) => `We wrote to ${email}. Please follow the link in it within 24 hours.`,
		sentHelp:
			'Nothing there? Look among spam, or try again in a few minutes. If the address has an account already, the mail says how to sign in.',
		again: 'Use another address'
	},
	confirm: {
		title: 'Set up your account',
		lead: 'One step left: choose a name and a password.',
		action: 'Finish',
		gone: 'This link is no longer good',
		goneLead: 'A link works once and for a limited time. Please ask for a new one.',
		goneAction: 'Ask for a new link'
	},
	reset: {
		title: 'Reset your password',
		lead: 'Give the e-mail address you registered with. We send you a link to set a new password.',
		action: 'Send the link',
		sent: 'Please check your mail',
		sentLead: (email) =>
			`If ${email} is registered, a mail will be there in a few minutes. The link works once, within 10 minutes.`,
		sentHelp: 'Nothing there? Look among spam, and check the address.',
		setTitle: 'Set a new password',
		setLead: 'All other devices will then be signed out.',
		setAction: 'Save the new password',
		done: 'The new password is in force. Please sign in.'
	},
	nav: {
		label: 'Account',
		profile: 'Profile',
		password: 'Password',
		factor: 'Two-step sign-in',
		sessions: 'Devices',
		entries: 'Contest entries',
		bookings: 'My sign-ups',
		data: 'My data',
		jury: 'Jury desk',
		studio: 'To the studio'
	},
	profile: {
		title: 'My account',
		save: 'Save the name',
		saved: 'Saved.',
		email: 'E-mail address',
		changeEmail: 'Change',
		roles: 'Roles',
		since: 'Registered',
		scope: { place: 'place', town: 'town', organization: 'organization' },
		roleOf: {
			operator: 'Operator',
			editor: 'Editor',
			approver: 'Approver',
			organizer: 'Contest organizer',
			juror: 'Juror',
			manager: 'Site manager',
			contestant: 'Contestant',
			citizen: 'Registered user'
		},
		safety: 'Safety',
		factorOn: 'Two-step sign-in is on',
		factorOff: 'Two-step sign-in is off',
		devices: (count) => (count === 1 ? '1 device signed in' : `${count} devices signed in`)
	},
	changePassword: {
		title: 'Change your password',
		lead: 'All other devices will then be signed out; this one stays.',
		none: 'Your account has no password. To set one, use “Forgotten your password?”.',
		action: 'Save the new password',
		done: 'Your password has been changed and all other devices are signed out.'
	},
	changeEmail: {
		title: 'Change your e-mail address',
		lead: (email) =>
			`It is ${email} now. We write to the new address; it changes once you follow the link there and confirm.`,
		field: 'New e-mail address',
		action: 'Send the link',
		sent: (email) => `We wrote to ${email}. Please follow the link in it within an hour.`,
		confirmTitle: 'Confirm the new address',
		confirmLead: (email) => `From then on you sign in with ${email}.`,
		confirmAction: 'Change it',
		other:
			'This link belongs to another account. Sign in to the one that asked, then open it again.',
		done: 'Your e-mail address has been changed.'
	},
	devices: {
		title: 'Devices',
		lead: 'These devices are signed in to your account. If you do not know one, sign it out and change your password.',
		here: 'This device',
		unknown: 'Unknown device',
		since: (when) => `Signed in ${when}`,
		seen: (when) => `Last used ${when}`,
		from: (address) => `From ${address}`,
		strong: 'two steps',
		end: 'Sign out',
		endOf: (device) => `Sign out: ${device}`,
		endAll: 'Sign out all other devices',
		ended: (count) => (count === 1 ? 'Signed out 1 device.' : `Signed out ${count} devices.`),
		only: 'Only this device is signed in.'
	},
	prove: {
		title: 'Please confirm that it is you',
		lead: 'What comes next concerns the safety of your account. We shall not ask again for ten minutes.',
		withPassword: 'Your password',
		withCode: 'or a code',
		action: 'Confirm'
	},
	twoStep: {
		title: 'Two-step sign-in',
		lead: 'Besides the password, a code that only your phone shows. A stolen password alone opens nothing.',
		required: 'Your post needs two-step sign-in. Please set it up before entering the studio.',
		app: 'Authenticator app',
		appOn: 'On',
		appOff: 'Off',
		appLead: 'An app on your phone that shows six new digits every 30 seconds.',
		begin: 'Set it up',
		again: 'Use a new key',
		scanTitle: 'First: scan',
		scan: 'Scan this code with the app.',
		qr: 'QR code that sets up the authenticator',
		manual: 'Cannot scan? Choose “enter a key” in the app, with your e-mail address and this key:',
		open: 'Open in an authenticator on this device',
		typeTitle: 'Second: type the digits the app shows',
		confirm: 'Turn it on',
		forget: 'Not now',
		drop: 'Turn the app off',
		dropLead: 'Signing in will then take a password alone. Other devices are signed out.',
		recovery: 'Recovery codes',
		recoveryLead:
			'For when the phone is lost or new. Each works once; keep them where nobody else looks.',
		recoveryLeft: (count) => `${count} left`,
		renew: 'Make new codes',
		renewLead: 'The present ones will then be worthless.',
		codesTitle: 'Please keep these recovery codes',
		codesLead: 'They are shown this once. Download, print or copy them. Each works once.',
		download: 'Download as text',
		fileName: 'liantu-recovery-codes.txt',
		fileHead: (email) => `Liantu recovery codes (${email})\nEach works once.\n`,
		saved: 'I have kept them',
		on: 'Two-step sign-in is on',
		dropped: 'The app has been turned off.'
	},
	refusal: {
		required: () => 'Please fill this in.',
		email: () => 'This does not look like an e-mail address, such as name@example.com.',
		'too-long': ({ limit }) => `Too long: at most ${limit} characters.`,
		'password-short': ({ limit, length }) =>
			`Too short: at least ${limit} characters, here ${length}. A whole sentence is fine.`,
		'password-form': () => 'It has characters that cannot be kept. Please choose another.',
		'password-trivial': () => 'It follows a pattern that is easily guessed. Please choose another.',
		'password-common': () =>
			'Many people use it and it is on lists of leaked ones. Please choose another.',
		'password-own': () => 'Please use neither your address, your name nor the name of this site.',
		wrong: () => 'E-mail address or password is wrong.',
		'wrong-password': () => 'The password is wrong.',
		code: () => 'The code is wrong or has been used. Wait for the next digits and try again.',
		'too-often': ({ minutes }) =>
			minutes === 1
				? 'Too many tries. Please wait a minute.'
				: `Too many tries. Please wait ${minutes} minutes.`,
		busy: () => 'Too many people are signing in. Please try again in a few seconds.',
		over: () => 'That took too long, or the code was wrong too often. Please start again.',
		link: () => 'This link is no longer good. Please ask for a new one.',
		session: () => 'Your session has ended. Please sign in again.',
		'same-email': () => 'This is your present address.',
		'no-factor': () => 'Two-step sign-in is not set up.',
		'last-factor': () =>
			'Your post needs two-step sign-in, so the last factor stays. You can add a passkey first.'
	}
} satisfies typeof zh;
