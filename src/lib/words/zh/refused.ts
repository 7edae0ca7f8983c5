/** Said at the front door to those who may not go on. */
export const refused = {
	'signed-out': {
		title: '登录已经失效',
		text: [
			'为了安全，一段时间没有操作，登录会自动失效。',
			'您刚才填写的内容还在：请在新窗口里登录，再回到本页按“刷新”，浏览器会把内容重新提交一次。'
		],
		action: '在新窗口登录'
	},
	refused: {
		title: '您的账号没有这项权限',
		text: [
			'这里的内容由其他岗位管理，没有保存任何改动。',
			'如果工作上需要，请联系运维人员为您的账号增加角色。'
		],
		action: '我的账号'
	}
};
