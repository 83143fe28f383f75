winrm quickconfig
