configuration Web { Node localhost { } }
