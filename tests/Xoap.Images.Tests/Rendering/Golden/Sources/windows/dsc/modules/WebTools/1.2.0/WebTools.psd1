@{ ModuleVersion = '1.2.0' }
