configuration Web { }
