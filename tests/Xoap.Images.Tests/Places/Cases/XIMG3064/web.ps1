configuration Web { }
configuration Mail { }
